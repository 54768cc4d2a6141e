-- Sends messages: each request is from a user of the list to one of 20 others, all drawn at random. PARLEY_TOKENS names the
-- file with a line "username token" for each user. The requests are made before the first is sent, so that making them costs
-- nothing of the two cores then.
dofile(os.getenv("PARLEY_BENCH") .. "/done.lua")

local PEERS = 20
local STEP = 97 -- as in floor.sql
local body = '{"content": "A message of the usual length, as people write them to each other all day long."}'
local requests = {}

function init(args)
   math.randomseed(4711)
   local users = {}
   for line in io.lines(os.getenv("PARLEY_TOKENS")) do
      local name, token = line:match("^(%S+) (%S+)$")
      users[#users + 1] = { name = name, token = token }
   end
   for number, sender in ipairs(users) do
      for peer = 1, PEERS do
         local receiver = users[(number + STEP * peer) % #users + 1]
         requests[#requests + 1] = wrk.format("POST", "/v1/conversations/" .. receiver.name .. "/messages", {
            ["Authorization"] = "Bearer " .. sender.token,
            ["Content-Type"] = "application/json",
         }, body)
      end
   end
end

function request()
   return requests[math.random(#requests)]
end
