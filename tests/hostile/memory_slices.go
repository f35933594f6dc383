// A slice of slices that grows without end.
// row: R2
// expect: memory_limit | runtime_error
package main

func main() {
	var hog [][]byte
	for {
		block := make([]byte, 1<<20)
		for i := range block {
			block[i] = 1
		}
		hog = append(hog, block)
	}
}
