import __main__

name = f"{__name__} beside {__main__.__name__}, which has shapes: {hasattr(__main__, 'shapes')}"
