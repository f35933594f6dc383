"the value of a file at line " . __LINE__;
