#include "ui/text/memory_unit.h"

#include <algorithm>

#include "ui/text/numbers.h"

namespace tunebench::ui {
namespace {

constexpr double kMiB = 1024.0 * 1024.0;
constexpr double kGiB = 1024.0 * kMiB;

}  // namespace

MemoryUnit memoryUnitFor(double largestBytes) {
    const bool isSmall = largestBytes > 0.0 && largestBytes < kGiB;
    return isSmall ? MemoryUnit{kMiB, QStringLiteral("MiB")} : MemoryUnit{kGiB, QStringLiteral("GiB")};
}

QString memoryText(double amount, const MemoryUnit& unit) {
    return bytesText(static_cast<std::uint64_t>(std::max(0.0, amount) * unit.bytes));
}

bool isOfMemory(std::string_view metric) {
    return metric.ends_with("_bytes");
}

}  // namespace tunebench::ui
