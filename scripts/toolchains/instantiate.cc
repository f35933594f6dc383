// A plugin of GCC for whoever precompiles headers: `#pragma runyard instantiate` makes the compiler instantiate, there and then, what it has
// noted to instantiate at the end of the program.
//
// Headers of the standard library use its templates in their own functions. Each program that includes them pays for instantiating those
// (of the time that <iostream> takes with a precompiled header, that is two thirds), whether it calls them or not: GCC writes a precompiled
// header before it would come to that. The standard leaves it open where behind its use a function is instantiated.
#include "gcc-plugin.h"
#include "plugin-version.h"

#include "tree.h"

#include "c-family/c-pragma.h"
#include "cp/cp-tree.h"

int plugin_is_GPL_compatible;

static void instantiate(cpp_reader*) { instantiate_pending_templates(0); }

static void register_pragmas(void*, void*) { c_register_pragma("runyard", "instantiate", instantiate); }

int plugin_init(plugin_name_args* plugin, plugin_gcc_version* version) {
    if (!plugin_default_version_check(version, &gcc_version)) return 1;
    register_callback(plugin->base_name, PLUGIN_PRAGMAS, register_pragmas, nullptr);
    return 0;
}
