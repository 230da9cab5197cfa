// RunBasis: the earlier run that the form was filled from. Part of basis_bar and setup_edits.
#pragma once

#include <QString>

#include "core/run/run_config.h"

namespace tunebench::ui {

struct RunBasis {
    RunConfig run = {};
    QString title = {};
};

}  // namespace tunebench::ui
