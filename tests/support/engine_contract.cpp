#include "tests/support/engine_contract.h"

#include <vector>

#include "tests/support/engine_contract/contract_cases.h"

namespace tunebench::test {
namespace {

std::vector<EngineContractCase> joined_cases() {
    std::vector<EngineContractCase> cases;
    for (const auto part : {contract::training_cases(), contract::command_cases(), contract::request_cases()})
        cases.insert(cases.end(), part.begin(), part.end());
    return cases;
}

}  // namespace

std::span<const EngineContractCase> engine_contract_cases() {
    static const auto cases = joined_cases();
    return cases;
}

}  // namespace tunebench::test
