// --adapter, --combine and --with-base: who answers or is measured: the base model, adapters one after the
// other, or their weighted sum.
#pragma once

#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/engine_api/engine.h"

namespace CLI {
class App;
}

namespace tunebench::cli {

struct AdapterArguments {
    std::vector<std::string> adapters = {};  // "DIR" or "DIR=0.7"
    bool combine = false;
    bool with_base = false;
};

void add_adapter_options(CLI::App& parser, AdapterArguments& arguments);

/// One that answers.
struct Variant {
    std::string name = {};  // "base", "town-adapter", "0.7 · first + 0.3 · second"
    std::vector<AdapterShare> adapters = {};
};

/// At least one. InvalidArgument for weights without --combine and for --combine without adapters.
Result<std::vector<Variant>> variants_of(const AdapterArguments& arguments);

/// name and adapters.
OrderedJson to_json(const Variant& variant);

}  // namespace tunebench::cli
