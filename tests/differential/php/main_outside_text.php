<?php
// differential: Text outside of the tags, short echo tags, and halting the compiler.
// exit: 0
$name = 'é';
?>
plain text
<?= $name ?>

<?php if (1): ?>
  shown
<?php endif;
echo stream_get_contents(fopen(__FILE__, 'r'), -1, __COMPILER_HALT_OFFSET__);
__halt_compiler();data behind the program
