# differential: Metaclasses, class creation hooks, descriptors and init order.
# exit: 0
class Meta(type):
    def __prepare__(name, bases, **options):
        print("prepare", name, options)
        return {}

    def __new__(cls, name, bases, scope, **options):
        print("new", name, [key for key in scope if not key.startswith("__")])
        return super().__new__(cls, name, bases, scope)


class Field:
    def __set_name__(self, owner, name):
        print("set name", owner.__name__, name)


class Base(metaclass=Meta, option=1):
    field = Field()

    def __init_subclass__(cls, **options):
        print("init subclass", cls.__name__, cls.__mro__)


class Derived(Base):
    pass
