<?php
$fromInner = "$value seen in " . basename(__FILE__);
return __LINE__;
