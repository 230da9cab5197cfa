#include "ui/text/method_text.h"

#include <algorithm>

#include "core/methods/method.h"
#include "ui/text/core_text.h"
#include "ui/text/qt_text.h"

namespace tunebench::ui {

QString methodText(std::string_view label) {
    const auto end = std::min(label.find(','), label.size());
    const Method* method = find_method(label.substr(0, end));
    return method == nullptr ? toQt(label) : coreText(method->title) + toQt(label.substr(end));
}

}  // namespace tunebench::ui
