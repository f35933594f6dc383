<?php
// differential: Time zones: the default, TZ is not asked, fixed moments.
// env: {"TZ": "America/New_York"}
// exit: 0
var_dump(date_default_timezone_get(), date('c e', 1_700_000_000), mktime(0, 0, 0, 2, 29, 2024), (new DateTime('@0'))->format(DATE_ATOM), checkdate(2, 30, 2024));
date_default_timezone_set('Asia/Tokyo');
echo date('D, d M Y H:i:s T', 0), "\n";
