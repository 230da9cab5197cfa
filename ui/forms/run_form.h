// RunForm: the form of a whole run: every section of the run file, and the RunConfig that they add up to. The
// pages place the sections; the description of the run is read from here alone.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <QObject>
#include <QString>

#include "core/run/run_config.h"

class QLineEdit;
class QWidget;

namespace tunebench::ui {

class SectionForm;

class RunForm : public QObject {
    Q_OBJECT

public:
    explicit RunForm(QWidget* parent);

    SectionForm* section(const std::string& name) const { return sections_.at(name); }
    /// In the order in which the form is read.
    static std::vector<std::string> sectionNames();
    QLineEdit* name() const { return name_; }

    /// Of a section with a wrong value the values from before it became wrong.
    const RunConfig& config() const { return config_; }
    /// Fields as in the run file.
    const std::vector<Error>& errors() const { return errors_; }
    void setConfig(const RunConfig& config);

    /// Gives the field ("optimizer.learning_rate", "seed") the focus; the widget to scroll to, or null.
    QWidget* reveal(const QString& field);

Q_SIGNALS:
    void changed();

private:
    void collect();
    void onChanged();
    void followMethod();

    std::map<std::string, SectionForm*> sections_;
    QLineEdit* name_ = nullptr;
    RunConfig config_;
    std::vector<Error> errors_;
    std::string followed_;  // the method whose defaults the optimizer shows
    bool isSetting_ = false;
};

}  // namespace tunebench::ui
