class Beside {
    static final String NAME = new Object() {}.getClass().getEnclosingClass() + " beside";
}
