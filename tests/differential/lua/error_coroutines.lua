-- differential: Errors in coroutines, their states and their traces.
-- exit: 1
local thread = coroutine.create(function(a) local b = coroutine.yield(a * 2) error("inside " .. b) end)
print(coroutine.resume(thread, 21))
print(coroutine.status(thread), coroutine.resume(thread, "x"))
print(coroutine.status(thread), coroutine.resume(thread), coroutine.isyieldable(), select(2, coroutine.running()))
print(debug.traceback(thread))
coroutine.wrap(function() error({ "table" }) end)()
