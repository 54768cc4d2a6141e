-- Asks for the same thing again and again: PARLEY_PATH as the holder of PARLEY_TOKEN.
dofile(os.getenv("PARLEY_BENCH") .. "/done.lua")

wrk.method = "GET"
wrk.path = os.getenv("PARLEY_PATH")
wrk.headers["Authorization"] = "Token " .. os.getenv("PARLEY_TOKEN")
