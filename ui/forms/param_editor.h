// ParamEditor: the one place in the window that knows kinds of parameters: which widget edits a value, and
// how the value is read from it and written to it. Part of param_form.
#pragma once

#include <functional>

#include "core/params/param_spec.h"

class QWidget;

namespace tunebench::ui {

struct ParamEditor {
    QWidget* widget = nullptr;  // objectName is the spec's key
    std::function<ParamValue()> read = {};
    std::function<void(const ParamValue&)> write = {};
    bool isWide = false;       // takes a row of its own
    bool hasOwnLabel = false;  // a check box
};

/// `changed` is called whenever the value may be another, also by write().
ParamEditor makeEditor(const ParamSpec& spec, QWidget* parent, std::function<void()> changed);

}  // namespace tunebench::ui
