// Numbers as the window shows them: with a unit, in the user's notation, never more digits than mean
// something.
#pragma once

#include <cstdint>
#include <optional>

#include <QString>

#include "core/history/history.h"
#include "core/jobs/run_event.h"

namespace tunebench::ui {

QString bytesText(std::uint64_t bytes);                             // "1.23 GiB"
QString lossText(double loss);                                      // "0.4213", "NaN"
QString optionalLossText(const std::optional<double>& loss);        // "–" when there is none
QString rateText(double rate);                                      // "2e-4"
QString speedText(double tokensPerSecond);                          // "1,234 tokens/s"
QString durationText(double seconds);                               // "3 min 05 s"
QString countText(std::int64_t count);                              // "1.2 M"
QString shareText(double share);                                    // "0.85 %"
QString trainableText(std::int64_t trainable, std::int64_t total);  // "1.2 M (0.85 %)"
QString shortNumber(double value);               // four significant digits, no trailing zeros
QString dateText(const std::string& timestamp);  // of "2026-11-23T22:31:05.123Z", in local time
QString dayText(const std::string& timestamp);   // its day alone

QString phaseText(RunPhase phase);
QString statusText(RunStatus status);
QString causeText(ExitCause cause);

}  // namespace tunebench::ui
