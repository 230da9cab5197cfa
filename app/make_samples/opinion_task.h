// The classification task by generation: a short review in, " good", " bad" or " mixed" out.
#pragma once

#include <cstddef>

#include "app/make_samples/grammar.h"
#include "app/make_samples/town_task.h"

namespace tunebench {

/// The three answers are equally frequent in both parts, and no two rows have the same prompt.
TaskRows make_opinion_task(const Grammar& grammar, std::size_t train_count, std::size_t validation_count,
                           Random& random);

}  // namespace tunebench
