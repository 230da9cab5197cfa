#include "tests/support/engine_contract.h"

#include <gtest/gtest.h>

#include "tests/support/fake_engine.h"

namespace tunebench::test {
namespace {

class EngineContractTest : public testing::TestWithParam<EngineContractCase> {};

TEST_P(EngineContractTest, HoldsForTheFakeEngine) {
    GetParam().check([] { return make_fake_engine(); });
}

INSTANTIATE_TEST_SUITE_P(FakeEngine, EngineContractTest, testing::ValuesIn(engine_contract_cases()),
                         [](const auto& chosen) { return std::string(chosen.param.name); });

}  // namespace
}  // namespace tunebench::test
