<?php
// differential: Destructors run when the last reference goes, and in order at the end.
// exit: 0
// stdout: "lost end a b cycle "
class Thing {
    public $other;
    public function __construct(private string $name) {}
    public function __destruct() { echo $this->name, ' '; }
}
$b = new Thing('b');
$a = new Thing('a');
$a->other = $b;
$cycle = new Thing('cycle');
$cycle->other = $cycle;
$lost = new Thing('lost');
$lost = null;
echo 'end ';
