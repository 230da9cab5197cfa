// StudyChoices: the left half of a study's plan: the base, the methods, and what makes the comparison fair.
#pragma once

#include <QWidget>

#include "core/study/plan/study_settings.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace tunebench::ui {

class Card;
class ComboEdit;
class MethodList;
class ParamForm;

class StudyChoices : public QWidget {
    Q_OBJECT

public:
    explicit StudyChoices(QWidget* parent = nullptr);

    void setSettings(const StudySettings& settings);
    /// Rules with a wrong value stay as they were before it became wrong.
    StudySettings settings() const;
    void setBase(const RunConfig& base, const QString& origin);
    std::vector<Error> errors() const;
    /// Leads to the field of a finding; false when it is not here, but in Setup.
    bool reveal(const QString& field);
    MethodList* methods() const { return methods_; }

Q_SIGNALS:
    void changed();
    void baseRequested();  // take what Setup holds
    void setupRequested();

private:
    Card* buildBase();
    Card* buildRules();
    void showBase();
    void showBaselines();
    void onChanged();

    RunConfig base_ = {};
    QString origin_;
    std::filesystem::path folder_;
    StudyRules rules_ = {};
    std::string baseline_;
    Card* baseCard_ = nullptr;
    QLabel* baseText_ = nullptr;
    QLabel* originText_ = nullptr;
    MethodList* methods_ = nullptr;
    ComboEdit* baselines_ = nullptr;
    ParamForm* form_ = nullptr;
    bool isSetting_ = false;
};

}  // namespace tunebench::ui
