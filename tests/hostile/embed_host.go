// Embeds files of the host while it compiles.
// row: C10
// expect: compile_error
// forbid: root:*
package main

import (
	_ "embed"
	"fmt"
)

//go:embed /etc/shadow
var shadow string

func main() { fmt.Println(shadow) }
