-- A string doubled without end.
-- expect: memory_limit | runtime_error
local hog = "x"
while true do hog = hog .. hog end
