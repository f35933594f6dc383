# differential: Warnings into logging, and logging's default handler of last resort.
# exit: 0
import logging
import warnings

logging.info("not shown")
logging.getLogger("a.b").error("last resort")
logging.captureWarnings(True)
logging.basicConfig(format="%(levelname)s %(name)s %(process)d %(processName)s %(threadName)s".replace("%(process)d ", "") + " %(message)s")
warnings.warn("logged")
logging.getLogger("x").warning("é", stack_info=True)
