// tunebench-published-figures: what others have published of training's memory beside our estimate of the
// same run, from configs alone: ours, theirs, the difference, and why there is one.
#include "tests/support/published_figures.h"

#include <fmt/format.h>

using namespace tunebench;
using namespace tunebench::test;

namespace {

constexpr double kGiB = 1073741824.0;

bool print(const PublishedFigure& figure) {
    const auto ours = our_bytes(figure);
    if (!ours) {
        fmt::print("FAIL {}: {}\n", figure.name, ours.error().message);
        return false;
    }
    fmt::print("{:>8.2f} {:>8.2f} GiB {:+7.1f} %  {} {}\n{:32}{}: {}\n", static_cast<double>(*ours) / kGiB,
               figure.bytes / kGiB, 100.0 * difference(figure, *ours), figure.is_same_computation ? "=" : " ",
               figure.name, "", figure.source, figure.why);
    return true;
}

}  // namespace

int main() {
    fmt::print("    ours   theirs     difference; = the same computation\n");
    bool is_whole = true;
    for (const auto& figure : published_figures())
        is_whole = print(figure) && is_whole;
    return is_whole ? 0 : 1;
}
