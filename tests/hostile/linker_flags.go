// Compiler and linker flags in the source, which a foreign-function preamble may carry.
// row: C3
// expect: compile_error | ok
// forbid: uid=
package main

// #cgo CFLAGS: -fplugin=/tmp/plugin.so -wrapper,/usr/bin/id
// #cgo LDFLAGS: -Wl,--version-script=/etc/shadow
// int zero() { return 0; }
import "C"
import "fmt"

//go:generate id
func main() { fmt.Println(C.zero()) }
