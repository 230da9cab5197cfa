// ColumnChoices: keeps the form's column mapping filled with the columns that the training file really has
// and the parts that its layout asks for. The file is looked into off the UI thread.
#pragma once

#include <string>
#include <vector>

#include <QObject>
#include <QTimer>

#include "core/run/run_config.h"
#include "ui/run/latest_task.h"
#include "ui/widgets/column_map_edit.h"

namespace tunebench::ui {

class RunForm;

class ColumnChoices : public QObject {
    Q_OBJECT

public:
    ColumnChoices(RunForm& form, QObject* parent);

private:
    struct Answer {
        std::vector<ColumnMapEdit::Part> parts = {};
        std::vector<std::string> columns = {};
    };

    static Answer look(const RunConfig& config);
    void onFormChanged();

    RunForm& form_;
    LatestTask<Answer> task_;
    QTimer timer_;
};

}  // namespace tunebench::ui
