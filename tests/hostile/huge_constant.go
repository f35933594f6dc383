// A gigabyte of initialised data.
// row: C6
// expect: compile_error | runtime_error | memory_limit
// limits: {"compile_wall_time_ms": 15000}
package main

var data = [1 << 30]byte{1: 1, 1<<30 - 1: 1}

func main() {
	for at := range data {
		data[at] = 1
	}
}
