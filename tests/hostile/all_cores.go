// Burns every core it is given from many threads.
// row: P5
// expect: time_limit
// limits: {"wall_time_ms": 1500}
// within: 4000
package main

func main() {
	for range make([]int, 32) {
		go func() {
			for {
			}
		}()
	}
	select {}
}
