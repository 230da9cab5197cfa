#include "ui/pages/setup/setup_header.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>

#include "ui/forms/field_search.h"
#include "ui/forms/run_form.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/theme/workbench_style.h"

namespace tunebench::ui {
namespace {

constexpr int kLeastName = 88;
constexpr int kLeastSearch = 120;

}  // namespace

SetupHeader::SetupHeader(const RunForm& form, QWidget* parent) : QWidget(parent) {
    row_ = new QHBoxLayout(this);
    row_->setContentsMargins(0, 0, 0, 0);
    row_->setSpacing(spacing::kUnit);
    row_->addWidget(makeLabel(tr("Setup"), TextRole::Title, this));
    row_->addSpacing(spacing::kUnit);
    form.name()->setMinimumWidth(kLeastName);
    form.name()->setMaximumWidth(360);
    row_->addWidget(form.name(), 2);
    search_ = new FieldSearch(form, this);
    search_->setMinimumWidth(kLeastSearch);
    search_->setMaximumWidth(240);
    row_->addWidget(search_, 1);
    row_->addStretch();
    sample_ = addButton(QStringLiteral("sample"), tr("Use the sample"), "use_sample");
    // While nothing is chosen yet, the shortest way to a first run.
    setButtonKind(sample_, ButtonKind::Primary);
    sample_->setIcon(iconOnAccent(QStringLiteral("sample")));
    sample_->setToolTip(
        tr("A small model and data that come with Tunebench: a whole fine-tuning in two minutes"));
    connect(sample_, &QPushButton::clicked, this, &SetupHeader::sampleRequested);
    start_ = addButton(QStringLiteral("folder"), tr("Start from"), "start_from");
    start_->setToolTip(tr("A run file (Ctrl+O), a preset, or an earlier run"));
    save_ = addButton(QStringLiteral("save"), tr("Save"), "save_setup");
    buildSaveMenu();
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, search_,
            [this] { search_->setFocus(Qt::ShortcutFocusReason); });
    connect(new QShortcut(QKeySequence::Open, this), &QShortcut::activated, this,
            &SetupHeader::openRequested);
    connect(new QShortcut(QKeySequence::Save, this), &QShortcut::activated, this,
            &SetupHeader::saveRequested);
}

QPushButton* SetupHeader::addButton(const QString& iconName, const QString& text, const char* objectName) {
    auto* button = new QPushButton(icon(iconName), text, this);
    button->setObjectName(QString::fromLatin1(objectName));
    row_->addWidget(button);
    return button;
}

void SetupHeader::setEdits(QAction& undo, QAction& redo) {
    QPushButton* undoButton = makeEditButton(undo);
    QPushButton* redoButton = makeEditButton(redo);
    auto* pair = new QHBoxLayout;
    pair->setSpacing(spacing::kHalf);
    pair->addWidget(undoButton);
    pair->addWidget(redoButton);
    row_->insertLayout(row_->indexOf(start_), pair);
    setTabOrder(sample_, undoButton);
    setTabOrder(undoButton, redoButton);
}

/// Square; follows the action, and triggers it.
QPushButton* SetupHeader::makeEditButton(QAction& action) {
    auto* button = new QPushButton(action.icon(), {}, this);
    button->setObjectName(action.objectName() + QStringLiteral("_button"));
    button->setAccessibleName(action.text());
    button->setToolTip(action.toolTip());
    button->setFixedWidth(button->sizeHint().height());
    const auto follow = [button, &action] { button->setEnabled(action.isEnabled()); };
    follow();
    connect(&action, &QAction::changed, button, follow);
    connect(button, &QPushButton::clicked, &action, &QAction::trigger);
    return button;
}

void SetupHeader::buildSaveMenu() {
    auto* menu = new QMenu(save_);
    const auto add = [&](const QString& text, const char* objectName, void (SetupHeader::*signal)()) {
        QAction* entry = menu->addAction(text);
        entry->setObjectName(QString::fromLatin1(objectName));
        connect(entry, &QAction::triggered, this, signal);
    };
    add(tr("As a run file… (Ctrl+S)"), "save_run_file", &SetupHeader::saveRequested);
    add(tr("As a preset…"), "save_preset", &SetupHeader::savePresetRequested);
    add(tr("Copy as a command line"), "copy_command", &SetupHeader::commandRequested);
    save_->setMenu(menu);
    save_->setToolTip(tr("For later, for other models, or for the command line"));
}

void SetupHeader::setStartMenu(QMenu* menu) {
    start_->setMenu(menu);
}

void SetupHeader::setSampleVisible(bool isVisible) {
    sample_->setVisible(isVisible);
}

}  // namespace tunebench::ui
