-- One ballot a code, each code once; says how long they took as soon as all are answered. CODES and BODY name files.
local ffi = require("ffi")
ffi.cdef("typedef struct { long s; long ns; } moment; int clock_gettime(int clock, moment *at);")

local function now()
  local at = ffi.new("moment")
  ffi.C.clock_gettime(1, at)
  return tonumber(at.s) + tonumber(at.ns) / 1e9
end

local function read(name)
  local file = assert(io.open(os.getenv(name)))
  local text = file:read("*a")
  file:close()
  return text
end

local codes, body = {}, read("BODY")
for code in read("CODES"):gmatch("%S+") do codes[#codes + 1] = code end
local headers = { ["Content-Type"] = "application/x-www-form-urlencoded" }
-- The first request that wrk asks for is only looked at.
local sent, answered, began = -1, 0, nil

function request()
  sent = sent + 1
  if sent == 1 then began = now() end
  return wrk.format("POST", "/p/" .. codes[math.max(1, math.min(sent, #codes))], headers, body)
end

-- After the last code the callers wait to be stopped.
function delay() return sent >= #codes and 600000 or 0 end

function response()
  answered = answered + 1
  if answered == #codes then
    print(string.format("Taken: %.3f", now() - began))
    io.flush()
  end
end
