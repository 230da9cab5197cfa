// MemoryUnit: the unit in which charts draw amounts of memory, chosen by the largest of them.
#pragma once

#include <string_view>

#include <QString>

namespace tunebench::ui {

struct MemoryUnit {
    double bytes = 1.0;  // of one of it
    QString name = {};   // "GiB"
};

/// Small runs need a few MiB: in GiB their axis would be zeros. GiB also while nothing is known yet (0).
MemoryUnit memoryUnitFor(double largestBytes);

/// "3.00 MiB", of so many of the unit.
QString memoryText(double amount, const MemoryUnit& unit);

/// Whether values of that metric of the history are bytes.
bool isOfMemory(std::string_view metric);

}  // namespace tunebench::ui
