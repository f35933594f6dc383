# differential: Callbacks of weak references, finalizers, weak dictionaries.
# exit: 0
import weakref


class Thing:
    pass


thing = Thing()
first = weakref.ref(thing, lambda ref: print("first", ref() is None))
second = weakref.ref(thing, lambda ref: print("second"))
names = weakref.WeakValueDictionary(a=thing)
kept = weakref.finalize(thing, print, "finalized")
print(weakref.getweakrefcount(thing), kept.alive)
del thing
print(len(names), kept.alive)
last = weakref.finalize(Thing, print, "at the end")
