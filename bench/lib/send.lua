-- Sends messages: each request is from a user of the list to another of it, at random. PARLEY_TOKENS names the file with a
-- line "username token" for each user.
dofile(os.getenv("PARLEY_BENCH") .. "/done.lua")

local users = {}

function init(args)
   math.randomseed(4711)
   for line in io.lines(os.getenv("PARLEY_TOKENS")) do
      local name, token = line:match("^(%S+) (%S+)$")
      users[#users + 1] = { name = name, token = token }
   end
end

local body = '{"content": "A message of the usual length, as people write them to each other all day long."}'

function request()
   local sender = users[math.random(#users)]
   local receiver = users[math.random(#users)]
   return wrk.format("POST", "/v1/conversations/" .. receiver.name .. "/messages", {
      ["Authorization"] = "Bearer " .. sender.token,
      ["Content-Type"] = "application/json",
   }, body)
end
