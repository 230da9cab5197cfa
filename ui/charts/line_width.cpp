#include "ui/charts/line_width.h"

namespace tunebench::ui {
namespace {

constexpr double kDenseScreen = 1.5;
constexpr double kOnDenseScreens = 1.3;

}  // namespace

double thinLine(double ratio, std::size_t points) {
    return ratio >= kDenseScreen && points <= kManyPoints ? kOnDenseScreens : 1.0;
}

}  // namespace tunebench::ui
