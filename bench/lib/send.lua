-- Sends messages: each request is from a user of the list to another of it, at random. PARLEY_TOKENS names the file with a
-- line "username token" for each user. Threads of wrk start with seeds of their own.
local users = {}
local threads = 0

function setup(thread)
   threads = threads + 1
   thread:set("number", threads)
end

function init(args)
   math.randomseed(4711 + number * 7919)
   for line in io.lines(os.getenv("PARLEY_TOKENS")) do
      local name, token = line:match("^(%S+) (%S+)$")
      users[#users + 1] = { name = name, token = token }
   end
   bad = 0
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

function done(summary, latency, requests)
   io.write(string.format(
      '{"requests": %d, "seconds": %.6f, "p50_ms": %.3f, "p99_ms": %.3f, "max_ms": %.3f, "not_2xx": %d, "failed": %d}\n',
      summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
      latency.max / 1e3, summary.errors.status,
      summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
