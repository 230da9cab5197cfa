// What a run's losses say beside those on its own data: forgetting and overfitting. The same numbers where
// one run is looked at and where runs are compared.
#pragma once

#include <optional>
#include <vector>

#include "core/history/history.h"

namespace tunebench {

/// Loss on a run's general text before its first step, and of its result; in nats a token.
struct Forgetting {
    double before = 0.0, after = 0.0;

    double change() const { return after - before; }  // the more above 0, the more is forgotten
    bool operator==(const Forgetting&) const = default;
};

/// Of the metric "general_loss", by step. Nothing where the untrained model or the result was not measured,
/// or a loss is no number.
std::optional<Forgetting> forgetting_of(const std::vector<MetricPoint>& general);

/// The last validation loss of the trained model less its training loss (RecentTrainingLoss). Nothing where
/// one of them is no number.
std::optional<double> overfitting_of(double validation_loss, double training_loss);

}  // namespace tunebench
