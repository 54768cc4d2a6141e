-- Logs in again and again as PARLEY_USER, whose password is PARLEY_PASSWORD.
dofile(os.getenv("PARLEY_BENCH") .. "/done.lua")

wrk.method = "POST"
wrk.path = "/v1/sessions"
wrk.headers["Content-Type"] = "application/json"
wrk.body = string.format('{"username": "%s", "password": "%s"}', os.getenv("PARLEY_USER"), os.getenv("PARLEY_PASSWORD"))
