// Event: the message that TensorBoard's files hold, as far as it is about scalars and hyperparameters.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace tunebench {

using Hyperparameter = std::variant<double, bool, std::string>;

struct EventMessage {
    struct Scalar {
        std::string tag = {};
        double value = 0.0;
        bool operator==(const Scalar&) const = default;
    };
    double wall_time = 0.0;  // seconds since 1970
    std::int64_t step = 0;
    std::vector<Scalar> scalars = {};  // simple values, and tensors of one number (plugin "scalars")
    std::vector<std::pair<std::string, Hyperparameter>> hyperparameters = {};  // plugin "hparams"
    bool operator==(const EventMessage&) const = default;
};

/// None when the bytes are no such message. Values of other kinds (images, histograms) are passed over.
std::optional<EventMessage> parse_event_message(std::string_view bytes);

/// The records of a file: its version, scalars of a step, hyperparameters (with the names of the metrics that
/// they are shown with), a text in Markdown.
std::string version_event(double wall_time);
std::string scalars_event(double wall_time, std::int64_t step,
                          const std::vector<EventMessage::Scalar>& scalars);
std::vector<std::string> hyperparameter_events(
    double wall_time, const std::vector<std::pair<std::string, Hyperparameter>>& hyperparameters,
    const std::vector<std::string>& metrics);
std::string text_event(double wall_time, std::string_view tag, std::string_view markdown);

}  // namespace tunebench
