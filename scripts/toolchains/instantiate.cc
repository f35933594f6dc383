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
#include "diagnostic-core.h"

#include <cstdlib>
#include <cstring>
#include <vector>

int plugin_is_GPL_compatible;

// What types without names are called: "._anon_" and a number. The compiler exports it without declaring it for plugins.
extern tree make_anon_name();

// The number of the next type without a name, which programs can see (`typeid(x).name()`), among the numbers that a precompiled header
// stores. Null where it is not found.
static int* find_counter() {
    std::vector<std::pair<int*, int>> numbers;
    for (const ggc_root_tab* const* table = gt_pch_scalar_rtab; *table; ++table)
        for (const ggc_root_tab* entry = *table; entry->base; ++entry)
            if (entry->nelt == 1 && entry->stride == sizeof(int)) {
                int* place = static_cast<int*>(entry->base);
                numbers.emplace_back(place, *place);
            }
    const char* name = IDENTIFIER_POINTER(make_anon_name());
    const char* digits = name + std::strcspn(name, "0123456789");
    int* counter = nullptr;
    for (auto [place, before] : numbers) {
        if (*place != before + 1 || std::atoi(digits) != before) continue;
        if (counter) return nullptr;
        counter = place;
    }
    if (counter) --*counter;
    return counter;
}

static void instantiate(cpp_reader*) {
    int* counter = find_counter();
    if (!counter) {
        error("the number of types without names is not where it is expected");
        return;
    }
    // Without this header, the program's own types would come before those in functions of the library. No two may have one name.
    const int more_than_any_program_has = 100'000'000;
    int number = *counter;
    *counter += more_than_any_program_has;
    instantiate_pending_templates(0);
    *counter = number;
}

static void register_pragmas(void*, void*) { c_register_pragma("runyard", "instantiate", instantiate); }

int plugin_init(plugin_name_args* plugin, plugin_gcc_version* version) {
    if (!plugin_default_version_check(version, &gcc_version)) return 1;
    register_callback(plugin->base_name, PLUGIN_PRAGMAS, register_pragmas, nullptr);
    return 0;
}
