-- A string doubled without end.
-- row: R2
-- expect: memory_limit | runtime_error
local hog = "x"
while true do hog = hog .. hog end
