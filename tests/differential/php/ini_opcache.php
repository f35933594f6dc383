<?php
// differential: Whether code is cached or compiled further.
// exit: 0
var_dump(function_exists('opcache_get_status') ? opcache_get_status(false) : null, ini_get('opcache.enable_cli'), extension_loaded('Zend OPcache'), ini_get('opcache.jit'));
