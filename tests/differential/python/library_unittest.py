# differential: unittest.main looks into __main__ and ends with 1.
# exit: 1
import sys
import unittest


class Sums(unittest.TestCase):
    def test_right(self):
        self.assertEqual(1 + 1, 2)

    def test_wrong(self):
        with self.subTest(n=3):
            self.assertIn(3, [1, 2])

    @unittest.skip("not now")
    def test_skipped(self):
        pass


class Quiet(unittest.TextTestRunner):
    def run(self, test):
        result = unittest.TestResult()
        test.run(result)
        print(result.testsRun, [str(test) for test, _ in result.failures], result.skipped[0][1])
        return result


unittest.main(testRunner=Quiet)
