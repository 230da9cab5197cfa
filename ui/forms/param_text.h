// Lists and maps of parameters as people type them, and back. What does not parse is passed on as text, so
// that the core's codec says what is wrong.
#pragma once

#include <QString>

#include "core/params/param_value.h"

namespace tunebench::ui {

QString numberListText(const ParamValue& value);  // "0.9, 0.999"
ParamValue numberListFrom(const QString& text);

/// "q_proj, v_proj", or one a line; there a line break inside an entry is \n, and a backslash \\.
QString textListText(const ParamValue& value, QChar separator);
ParamValue textListFrom(const QString& text, QChar separator);

QString textOrListText(const ParamValue& value);
ParamValue textOrListFrom(const QString& text);  // a list as soon as there is a comma

QString mapText(const ParamValue& value);  // "v_proj: 4", one a line
ParamValue textMapFrom(const QString& text);
ParamValue numberMapFrom(const QString& text);

}  // namespace tunebench::ui
