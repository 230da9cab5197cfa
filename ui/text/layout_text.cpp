#include "ui/text/layout_text.h"

#include <algorithm>

#include <QStringList>

#include "core/params/param_check.h"
#include "core/run/run_config.h"
#include "ui/text/core_text.h"
#include "ui/text/qt_text.h"

namespace tunebench::ui {

QString layoutText(std::string_view layouts) {
    const auto specs = section_specs("data");
    const ParamSpec* spec = find_spec(specs, "layout");
    QStringList names = toQt(layouts).split(QStringLiteral(", "));
    for (QString& name : names) {
        const auto known = std::ranges::find(spec->choices, name.toStdString(), &Choice::id);
        if (known != spec->choices.end())
            name = coreText(known->label);
    }
    return names.join(QStringLiteral(", "));
}

}  // namespace tunebench::ui
