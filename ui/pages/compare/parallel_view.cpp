#include "ui/pages/compare/parallel_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/charts/chart_save_button.h"
#include "ui/charts/parallel_chart.h"
#include "ui/pages/compare/parallel_content.h"
#include "ui/text/qt_text.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"

namespace tunebench::ui {

ParallelView::ParallelView(QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kWide, spacing::kUnit, spacing::kWide, spacing::kUnit);
    layout->setSpacing(spacing::kUnit);
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing::kUnit);
    layout->addLayout(row);
    auto* axes = new QPushButton(tr("Axes"), this);
    axes->setObjectName(QStringLiteral("parallel_axes"));
    axes->setToolTip(tr("Choose the settings and numbers that have an axis"));
    menu_ = new QMenu(axes);
    menu_->setToolTipsVisible(true);
    axes->setMenu(menu_);
    row->addWidget(axes);
    note_ = makeLabel({}, TextRole::Caption, this);
    note_->setObjectName(QStringLiteral("parallel_note"));
    row->addWidget(note_, 1);
    chart_ = new ParallelChart(tr("Parallel coordinates of the compared runs"), this);
    chart_->setPlaceholder(tr("Choose an axis"));
    save_ = new ChartSaveButton(this);
    save_->addChart(*chart_, tr("Parallel coordinates"));
    row->addWidget(save_);
    layout->addWidget(chart_, 1);
    connect(chart_, &ParallelChart::chosenChanged, this, &ParallelView::countChosen);
}

void ParallelView::show(std::shared_ptr<const RunComparison> comparison) {
    comparison_ = std::move(comparison);
    fillMenu();
    draw();
}

bool ParallelView::isChosen(const ParallelChoice& axis) const {
    const QString key = toQt(axis.key);
    return !hidden_.contains(key) && (axis.isUsual || added_.contains(key));
}

void ParallelView::fillMenu() {
    menu_->clear();
    bool wasSetting = true;
    for (const auto& choice : parallelChoices(*comparison_)) {
        if (wasSetting && !choice.isSetting && !menu_->isEmpty())
            menu_->addSeparator();
        wasSetting = choice.isSetting;
        QAction* action = menu_->addAction(choice.title);
        action->setCheckable(true);
        action->setChecked(isChosen(choice));
        const QString key = toQt(choice.key);
        action->setToolTip(choice.isSetting ? key : choice.title);
        connect(action, &QAction::toggled, this, [this, key](bool isOn) { toggle(key, isOn); });
    }
}

void ParallelView::toggle(const QString& key, bool isOn) {
    hidden_.removeAll(key);
    added_.removeAll(key);
    (isOn ? added_ : hidden_) << key;
    draw();
}

void ParallelView::draw() {
    std::vector<ParallelChoice> axes;
    for (auto& choice : parallelChoices(*comparison_))
        if (isChosen(choice))
            axes.push_back(std::move(choice));
    auto content = parallelContent(*comparison_, axes);
    chart_->setContent(std::move(content.axes), std::move(content.lines));
    countChosen();
}

void ParallelView::countChosen() {
    const auto chosen = chart_->chosenLines().size(), all = chart_->lines().size();
    note_->setText(chosen == all ? tr("Drag along an axis to choose lines; click it to let go.")
                                 : tr("%1 of %2 chosen").arg(chosen).arg(all));
}

}  // namespace tunebench::ui
