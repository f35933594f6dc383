<?php
// differential: Strings, arrays, regular expressions, JSON, databases and others answer.
// exit: 0
var_dump(json_encode(['é' => [1.0, null], 'a' => "\u{2028}"]), json_decode('{"a": 1e400}'), preg_replace_callback('/\w+/u', fn ($m) => ucfirst($m[0]), 'été ou hiver'), hash('crc32b', 'x'), md5('x'), serialize([1, 'a' => true]));
if (class_exists('SQLite3')) { $base = new SQLite3(':memory:'); var_dump($base->querySingle('SELECT 40 + 2')); }
function numbers() { try { yield 1; yield from [2, 3]; return 4; } finally { echo "generator closed\n"; } }
foreach (numbers() as $n) { echo $n, "\n"; if ($n === 2) break; }
enum Suit: string { case Hearts = 'H'; case Spades = 'S'; }
var_dump(Suit::from('H'), Suit::tryFrom('X'), match (true) { default => 'default' }, 0.1 + 0.2, PHP_INT_MAX + 1, intdiv(-7, 2), -7 % 3, '10' == '1e1', null ?? 'x');
$fiber = new Fiber(function ($x) { $y = Fiber::suspend($x * 2); echo "resumed with $y\n"; return 'done'; });
var_dump($fiber->start(21), $fiber->resume('y'), $fiber->getReturn());
