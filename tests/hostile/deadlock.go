// expect: runtime_error
// exit: 2
package main

func main() {
	<-make(chan int)
}
