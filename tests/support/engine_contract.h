// What every engine promises to the rest of the program, as cases that take any engine: the fake one and the
// real one pass the same.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>

#include "core/engine_api/engine.h"

namespace tunebench::test {

using EngineFactory = std::function<std::unique_ptr<Engine>()>;

struct EngineContractCase {
    const char* name = "";  // a sentence, for the test's name
    void (*check)(const EngineFactory& make) = nullptr;
};

std::span<const EngineContractCase> engine_contract_cases();

}  // namespace tunebench::test
