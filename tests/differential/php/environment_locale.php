<?php
// differential: The locale the program starts with, and LC_ALL.
// env: {"LC_ALL": "C.UTF-8"}
// exit: 0
var_dump(setlocale(LC_ALL, 0), setlocale(LC_ALL, ''), setlocale(LC_CTYPE, 'xx_XX'), localeconv()['decimal_point'], mb_internal_encoding(), ini_get('default_charset'), strtoupper('é'), mb_strtoupper('é'), ucfirst('été'));
