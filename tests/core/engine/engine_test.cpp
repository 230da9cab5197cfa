// The real engine keeps the promises that every engine makes.
#include <gtest/gtest.h>

#include "core/engine_api/abi.h"
#include "tests/support/engine_contract.h"

extern "C" tunebench::Engine* tunebench_create_engine();

namespace tunebench::test {
namespace {

class EngineTest : public testing::TestWithParam<EngineContractCase> {};

TEST_P(EngineTest, HoldsForTheRealEngine) {
    GetParam().check([] { return std::unique_ptr<Engine>(tunebench_create_engine()); });
}

INSTANTIATE_TEST_SUITE_P(EngineTest, EngineTest, testing::ValuesIn(engine_contract_cases()),
                         [](const auto& chosen) { return std::string(chosen.param.name); });

}  // namespace
}  // namespace tunebench::test
