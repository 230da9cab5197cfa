// The parts of the contract. Part of engine_contract.h.
#pragma once

#include <span>

#include "tests/support/engine_contract.h"

namespace tunebench::test::contract {

std::span<const EngineContractCase> training_cases();
std::span<const EngineContractCase> command_cases();
std::span<const EngineContractCase> request_cases();

}  // namespace tunebench::test::contract
